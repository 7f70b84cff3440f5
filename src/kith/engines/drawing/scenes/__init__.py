"""Pictures in which people, places and words are placed: data in, a drawing out."""
