"""What comes back from reviewers."""
