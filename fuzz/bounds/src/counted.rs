//! What a piece of work takes: steps, and bytes that are asked for.
//!
//! Steps are those of the counters that `-C instrument-coverage` puts into every branch of this program
//! and of all crates that it is made of, the standard library apart. They are the same on every machine and however
//! busy it is.

use std::alloc::{GlobalAlloc, Layout, System};
use std::sync::atomic::{AtomicUsize, Ordering::Relaxed};

/// The system's allocator, which keeps count.
struct Counting;

static HELD: AtomicUsize = AtomicUsize::new(0);
static PEAK: AtomicUsize = AtomicUsize::new(0);
static LARGEST: AtomicUsize = AtomicUsize::new(0);

fn grown(by: usize, size: usize) {
    let held = HELD.fetch_add(by, Relaxed) + by;
    PEAK.fetch_max(held, Relaxed);
    LARGEST.fetch_max(size, Relaxed);
}

// SAFETY: all is left to the system's allocator; counting allocates nothing.
unsafe impl GlobalAlloc for Counting {
    unsafe fn alloc(&self, layout: Layout) -> *mut u8 {
        grown(layout.size(), layout.size());
        unsafe { System.alloc(layout) }
    }

    unsafe fn dealloc(&self, at: *mut u8, layout: Layout) {
        HELD.fetch_sub(layout.size(), Relaxed);
        unsafe { System.dealloc(at, layout) }
    }

    unsafe fn realloc(&self, at: *mut u8, layout: Layout, size: usize) -> *mut u8 {
        HELD.fetch_sub(layout.size(), Relaxed);
        grown(size, size);
        unsafe { System.realloc(at, layout, size) }
    }
}

#[global_allocator]
static ALLOCATOR: Counting = Counting;

#[cfg(counted)]
unsafe extern "C" {
    fn __llvm_profile_begin_counters() -> *const u64;
    fn __llvm_profile_end_counters() -> *const u64;
}

/// Steps taken until now.
#[cfg(counted)]
fn steps() -> u64 {
    // SAFETY: the two are the bounds of the counters of this program, which has one thread.
    unsafe {
        let (mut at, end) = (
            __llvm_profile_begin_counters(),
            __llvm_profile_end_counters(),
        );
        let mut sum = 0u64;
        while at < end {
            sum = sum.wrapping_add(at.read_volatile());
            at = at.add(1);
        }
        sum
    }
}

#[cfg(not(counted))]
fn steps() -> u64 {
    0
}

/// What a piece of work takes.
#[derive(Clone, Copy, Debug, Default)]
pub struct Taken {
    pub steps: u64,
    /// The largest number of bytes that was asked for at once.
    pub largest: usize,
    /// The most bytes that were held at a time beside what was held before.
    pub peak: usize,
}

impl Taken {
    /// The most of both.
    pub fn most(self, other: Taken) -> Taken {
        Taken {
            steps: self.steps.max(other.steps),
            largest: self.largest.max(other.largest),
            peak: self.peak.max(other.peak),
        }
    }
}

/// Does some work, and says what it took.
pub fn count(work: impl FnOnce()) -> Taken {
    let held = HELD.load(Relaxed);
    PEAK.store(held, Relaxed);
    LARGEST.store(0, Relaxed);
    let before = steps();
    work();
    Taken {
        steps: steps().wrapping_sub(before),
        largest: LARGEST.load(Relaxed),
        peak: PEAK.load(Relaxed).saturating_sub(held),
    }
}
