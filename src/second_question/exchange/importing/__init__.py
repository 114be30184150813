"""How an existing review is read into the template: words for labels and answers as data, and what is done with them."""
