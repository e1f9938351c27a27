"""Action and callback ids, a file a feature; every id that a view emits has a listener."""
