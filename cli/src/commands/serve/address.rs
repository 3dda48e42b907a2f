//! The address of a service: taken at once, so that one that cannot be had is told at once, and listened to once
//! there is something to answer.

use std::io;
use std::net::{SocketAddr, ToSocketAddrs};
use tokio::net::{TcpListener, TcpSocket};

/// Connections that may wait to be accepted, if the system allows so many.
const WAITING: u32 = 1024;

/// An address that is taken. Whoever connects is refused until it is listened to, so that a balancer or a check of
/// health goes elsewhere rather than waits.
pub(crate) struct TakenAddress(TcpSocket);

impl TakenAddress {
    /// Takes the first address of this name and port that can be had.
    pub fn take(name: &str) -> io::Result<Self> {
        let mut failed = io::Error::new(io::ErrorKind::InvalidInput, "it has no address");
        for address in name.to_socket_addrs()? {
            match bind(address) {
                Ok(socket) => return Ok(TakenAddress(socket)),
                Err(error) => failed = error,
            }
        }
        Err(failed)
    }

    /// Takes connections from now on; within a runtime.
    pub fn listen(self) -> io::Result<TcpListener> {
        self.0.listen(WAITING)
    }
}

fn bind(address: SocketAddr) -> io::Result<TcpSocket> {
    let socket = match address {
        SocketAddr::V4(_) => TcpSocket::new_v4()?,
        SocketAddr::V6(_) => TcpSocket::new_v6()?,
    };
    // A service that is started again need not wait until the system has forgotten its last connections. Elsewhere
    // the option lets two services have one address.
    #[cfg(unix)]
    socket.set_reuseaddr(true)?;
    socket.bind(address)?;
    Ok(socket)
}

#[cfg(test)]
mod tests {
    use super::TakenAddress;
    use std::net::TcpStream;

    #[test]
    fn who_connects_is_refused_until_it_is_listened_to() {
        let mut runtime = tokio::runtime::Builder::new_current_thread();
        let runtime = runtime.enable_io().build().unwrap();
        runtime.block_on(async {
            let taken = TakenAddress::take("localhost:0").unwrap();
            let address = taken.0.local_addr().unwrap();
            let refused = TcpStream::connect(address).unwrap_err();
            assert_eq!(refused.kind(), std::io::ErrorKind::ConnectionRefused);
            let listener = taken.listen().unwrap();
            assert_eq!(listener.local_addr().unwrap(), address);
            TcpStream::connect(address).unwrap();
            assert!(TakenAddress::take(&address.to_string()).is_err());
        });
        assert!(TakenAddress::take("nothing").is_err());
    }
}
