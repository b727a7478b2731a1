"""The knowledge base: hand-written claims, their compiled form, look-up and hygiene."""
