"""The engines: from small composed documents to finished files, read back."""
