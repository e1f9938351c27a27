"""All SQL, one file a feature. Functions take the caller's session and never commit."""
