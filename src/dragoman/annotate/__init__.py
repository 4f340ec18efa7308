"""Layers that a language model makes: tokens with trees, and names corrected by the knowledge base."""
