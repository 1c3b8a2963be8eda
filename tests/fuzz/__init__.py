"""Mutated files: valid ones with bytes flipped, cut and spliced, each of which must end as a document or a problem."""
