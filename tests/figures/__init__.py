"""Charts and alt text: artists and words, never pixels."""
