"""Small good documents that every audit passes, so that a test can break one thing in a copy.

They are made with typst, python-docx and plain HTML, not with ``sufficiency``: an audit is
proven before it judges what the project makes. All three say the same.
"""
