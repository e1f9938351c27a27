"""Pure: result + words → blocks, a file a feature."""
