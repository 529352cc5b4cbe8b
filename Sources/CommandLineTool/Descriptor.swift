internal import Glibc

/// System calls on a file descriptor, finished however often they are interrupted.
enum Descriptor {
  /// Puts something that can be neither read nor written where 0, 1 or 2 were handed over closed.
  ///
  /// Else the next file opened, such as one of a ledger, would get that number, and what is said would be written into it.
  static func occupyStandard() {
    for descriptor: Int32 in 0...2 where fcntl(descriptor, F_GETFD) == -1 {
      // The lowest free number is given, so that this is the descriptor itself.
      _ = open("/dev/null", descriptor == 0 ? O_WRONLY : O_RDONLY)
    }
  }

  static func write(_ bytes: [UInt8], to descriptor: Int32) -> Console.WriteOutcome {
    bytes.withUnsafeBytes { buffer in
      var done = 0
      while done < buffer.count {
        let count = Glibc.write(
          descriptor, buffer.baseAddress?.advanced(by: done), buffer.count - done)
        if count >= 0 {
          done += count
          continue
        }
        switch errno {
        case EINTR: continue
        case EAGAIN: wait(for: descriptor, Int16(POLLOUT))
        case EPIPE: return .readerLeft
        case let error: return .failed(error)
        }
      }
      return .written
    }
  }

  static func read(at descriptor: Int32, bytesMax: Int) -> [UInt8] {
    [UInt8](unsafeUninitializedCapacity: max(0, bytesMax)) { buffer, count in
      while true {
        let got = Glibc.read(descriptor, buffer.baseAddress, buffer.count)
        count = max(0, got)
        guard got < 0 else { return }
        switch errno {
        case EINTR: continue
        case EAGAIN: wait(for: descriptor, Int16(POLLIN))
        default: return
        }
      }
    }
  }

  static func columns(of descriptor: Int32) -> Int? {
    var size = winsize()
    guard ioctl(descriptor, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0 else { return nil }
    return Int(size.ws_col)
  }

  private static func wait(for descriptor: Int32, _ events: Int16) {
    var entry = pollfd(fd: descriptor, events: events, revents: 0)
    _ = poll(&entry, 1, -1)
  }
}
