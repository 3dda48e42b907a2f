//! The bytes that buffers hold, so that caches can be bounded by them.

/// Number of bytes that a buffer holds, used or not.
pub(crate) fn held<T>(buffer: &Vec<T>) -> usize {
    buffer.capacity() * size_of::<T>()
}
