import Diagnostics
package import Interpretation
import Lessons
import SemanticModel
import Values

/// What the user teaches.
extension Assistant {
  /// What a text wants of the journal of lessons; nil for every other text.
  func lessonWish(_ utterance: Utterance) -> LessonWish? {
    guard utterance.text.utf8.count <= Self.longestQuestion else { return nil }
    return interpreter.lessonWish(utterance)
  }

  /// The answer to a wish: what would be noted, told before anything is.
  ///
  /// - Parameters:
  ///   - wish: as a sentence says it.
  ///   - utterance: the sentence.
  ///   - last: the answer told last.
  ///   - isWaiting: whether a yes that follows is taken.
  /// - Returns: a proposal, the list of lessons, or what is missing.
  package func answer(
    _ wish: LessonWish,
    to utterance: Utterance,
    after last: Answer? = nil,
    isWaiting: Bool = false
  ) -> Answer {
    let start = ContinuousClock().now
    guard let book else { return lessonAnswer(.problem(.noBook), utterance, since: start) }
    do throws(Failure) {
      switch wish {
      case .list:
        return lessonAnswer(.list(try book.lessons()), utterance, since: start)
      case .undo(let id):
        let holding = try book.lessons().filter(\.isInForce)
        guard let lesson = id == nil ? holding.last : holding.first(where: { $0.id == id }) else {
          return lessonAnswer(.problem(.nothingToUndo), utterance, since: start)
        }
        let reply = LessonReply.proposed(.undo(lesson), isWaiting: isWaiting)
        return lessonAnswer(reply, utterance, since: start)
      case .teach(let draft):
        let proposer = LessonProposer(assistant: self, book: book, draft: draft, last: last)
        return answer(try proposer.outcome(), utterance, isWaiting, since: start)
      }
    } catch {
      return failed(error, utterance, since: start)
    }
  }

  private func answer(
    _ outcome: LessonProposer.Outcome,
    _ utterance: Utterance,
    _ isWaiting: Bool,
    since start: ContinuousClock.Instant
  ) -> Answer {
    switch outcome {
    case .content(let content):
      let reply = LessonReply.proposed(.note(content), isWaiting: isWaiting)
      return lessonAnswer(reply, utterance, since: start)
    case .problem(let problem): return lessonAnswer(.problem(problem), utterance, since: start)
    case .unknownWords(let words):
      var answer = refusal(.unknownWords(words), utterance.text, utterance.tongue)
      answer.unexplained = words
      return finish(answer, since: start)
    case .which(let thing):
      let judge = Judge(assistant: self, utterance: utterance)
      let verdict = judge.askName(thing.words, of: thing.dimension, among: thing.names)
      return finish(carryOut(verdict, utterance), since: start)
    }
  }

  /// Carries out what was agreed to.
  package func carryOut(_ proposal: LessonProposal, for utterance: Utterance) -> Answer {
    let start = ContinuousClock().now
    guard let book else { return lessonAnswer(.problem(.noBook), utterance, since: start) }
    do throws(Failure) {
      let reply: LessonReply =
        switch proposal {
        case .note(let content): .noted(try book.note(content))
        case .undo(let lesson): .undone(try book.undo(lesson.id))
        }
      return lessonAnswer(reply, utterance, since: start)
    } catch {
      return failed(error, utterance, since: start)
    }
  }

  /// A reply about lessons with the status it has.
  func lessonAnswer(
    _ reply: LessonReply,
    _ utterance: Utterance,
    since start: ContinuousClock.Instant
  ) -> Answer {
    var answer = Answer(to: utterance, reply.status)
    answer.talk = .lesson(reply)
    answer.confidence = 1
    return finish(answer, since: start)
  }

  private func failed(
    _ failure: Failure,
    _ utterance: Utterance,
    since start: ContinuousClock.Instant
  ) -> Answer {
    var answer = Answer(to: utterance, .error)
    fail(&answer, by: failure)
    return finish(answer, since: start)
  }
}

extension LessonReply {
  /// How an answer that says it counts: what waits for a yes, or lacks something, is asked back.
  var status: Answer.Status {
    switch self {
    case .noted, .undone, .dropped, .list: .answered
    case .proposed: .clarification
    case .problem(let problem):
      switch problem {
      case .noDay, .severalDays, .noName, .noMultiplier, .noProduct, .sameName, .unknownEvent:
        .clarification
      case .dayAhead, .dayOutside, .beyondForecasts, .tooManyDays, .badMultiplier, .noAlert,
        .nothingToUndo, .noBook:
        .refused
      }
    }
  }
}
