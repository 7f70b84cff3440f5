"""Two records that are one person: choosing the other, seeing both, saying so, and parting them again."""
