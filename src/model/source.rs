//! Sources that mean something to the search, as places and names carry them.

/// Of the places of GeoNames' dumps: all there are, which nobody chose. Rows of the crate's own tables that were
/// taken from there bear it too.
pub(crate) const DUMP_PLACE: &str = "geonames";

/// Of the names of GeoNames' dumps, where anybody may add one. Rows of tables, which were chosen, never bear it.
pub(crate) const DUMP_NAME: &str = "geonames:dump";
