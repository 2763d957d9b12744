"""Show where each entry is used: mentions, references and occurrences of terms."""
