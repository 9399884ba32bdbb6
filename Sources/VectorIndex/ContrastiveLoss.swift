import Glibc

/// Multiple-negatives ranking loss and its gradient, both ways round.
///
/// With cosines c(i,j) of anchor i and partner j, and τ the temperature, the loss is the mean of
/// −log softmax over j of c(i,j)/τ at j = i, and the same over i; excluded cells are left out.
/// van den Oord and others, "Representation learning with contrastive predictive coding", 2018;
/// Henderson and others, "Efficient natural language response suggestion", 2017, for the batch.
struct ContrastiveLoss {
  /// Mean loss, in nats.
  private(set) var value: Double = 0
  /// By pair, derivative of the loss by the anchor's embedding.
  private(set) var anchorGradients: [Embedding]
  /// By pair, derivative of the loss by the partner's embedding.
  private(set) var partnerGradients: [Embedding]

  /// Works out the loss of a batch.
  ///
  /// - Parameters:
  ///   - anchors: embeddings of length 1.
  ///   - partners: embeddings of length 1, as many.
  ///   - excluded: by anchor then partner, cells that are neither right nor wrong.
  ///   - temperature: τ, above zero.
  init(anchors: [Embedding], partners: [Embedding], excluded: [Bool], temperature: Float) {
    let count = anchors.count
    anchorGradients = [Embedding](repeating: .zero, count: count)
    partnerGradients = anchorGradients
    guard count > 0 else { return }
    var logits = [Float](repeating: 0, count: count * count)
    for row in 0..<count {
      for column in 0..<count {
        let cell = row * count + column
        logits[cell] =
          excluded[cell] ? -.infinity : anchors[row].dot(partners[column]) / temperature
      }
    }
    var slopes = [Float](repeating: 0, count: count * count)
    var total = 0.0
    for pair in 0..<count {
      total += Self.softmax(
        logits,
        from: pair * count,
        step: 1,
        count: count,
        right: pair,
        into: &slopes
      )
      total += Self.softmax(
        logits,
        from: pair,
        step: count,
        count: count,
        right: pair,
        into: &slopes
      )
    }
    value = total / Double(2 * count)
    let share = 1 / (2 * Float(count) * temperature)
    for row in 0..<count {
      for column in 0..<count {
        let slope = slopes[row * count + column] * share
        anchorGradients[row].add(partners[column], weight: slope)
        partnerGradients[column].add(anchors[row], weight: slope)
      }
    }
  }

  /// Adds softmax − 1[right] of one line of cells to the slopes; the line's loss.
  private static func softmax(
    _ logits: [Float],
    from start: Int,
    step: Int,
    count: Int,
    right: Int,
    into slopes: inout [Float]
  ) -> Double {
    var greatest = -Float.infinity
    for index in 0..<count {
      greatest = max(greatest, logits[start + index * step])
    }
    var line = [Float](repeating: 0, count: count)
    var sum: Float = 0
    for index in 0..<count {
      line[index] = Exponential.of(logits[start + index * step] - greatest)
      sum += line[index]
    }
    for index in 0..<count {
      slopes[start + index * step] += line[index] / sum - (index == right ? 1 : 0)
    }
    return log(Double(sum)) - Double(logits[start + right * step] - greatest)
  }
}
