"""Text to tokens, sentences, dates, amounts, mentions and their status."""
