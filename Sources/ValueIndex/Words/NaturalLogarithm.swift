import Glibc

/// ln x, the C library's.
func naturalLogarithm(_ x: Float) -> Float {
  logf(x)
}
