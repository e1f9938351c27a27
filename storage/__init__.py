"""The nouns: what Referent knows, kept in SQLite or PostgreSQL. Never imports `bot`."""
