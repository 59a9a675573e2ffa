"""Words that photos have to fit: reading them, finding what fits, completing them."""
