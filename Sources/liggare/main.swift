import AccessLedger
import CommandLineTool
import Glibc

// The administrator's program: the real terminal, the real clock and the kernel's random source.
exit(
  Tool.run(
    Console.arguments(), environment: Console.environment(), console: .standard, ambient: .system
  ).rawValue)
