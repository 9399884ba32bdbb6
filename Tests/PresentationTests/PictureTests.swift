import Testing

@testable import Presentation

@Suite struct PictureTests {
  @Test(arguments: [([0.0, 4, 8], "▁▅█"), ([], ""), ([0, 0], "")])
  func `sparklines go from zero to the highest`(_ numbers: [Double], _ text: String) {
    #expect(TextPicture.spark(numbers) == text)
  }

  @Test(arguments: [(1.0, "█████"), (0.5, "██▌"), (0.001, "▏"), (0, "")])
  func `bars have eighths`(_ fraction: Double, _ text: String) {
    #expect(TextPicture.bar(fraction, 5) == text)
  }
}
