"""Rule packs, movement packs and the table of communes, read from resources."""
