//! What buffers hold, in bytes, so that what is remembered can be bounded by it.

/// How many bytes a buffer holds, used or not.
pub(crate) fn held<T>(buffer: &Vec<T>) -> usize {
    buffer.capacity() * size_of::<T>()
}
