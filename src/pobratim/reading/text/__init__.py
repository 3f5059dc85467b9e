"""The text itself: paragraphs, sentences, words with their forms and lemmas, whether it is legible Russian."""
