"""The verbs: everything that Referent does. The map of the rooms stands in CONTRIBUTING.md."""
