"""The collection of reviews and studies: kept in a store, found through an index that can always be made anew."""
