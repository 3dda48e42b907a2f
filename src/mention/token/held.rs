//! What buffers hold.

/// How many bytes a buffer holds.
pub(crate) fn held<T>(buffer: &Vec<T>) -> usize {
    buffer.capacity() * size_of::<T>()
}
