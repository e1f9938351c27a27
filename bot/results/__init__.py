"""What use cases answer: frozen, plain values, ready for a view."""
