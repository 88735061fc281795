"""What portraits are made of: head, hair, clothes, and what the words for them mean."""
