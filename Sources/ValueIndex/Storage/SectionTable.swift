/// The checked header of an index and where its sections are.
struct SectionTable {
  private let bytes: UnsafeRawBufferPointer

  /// Checks signature, version, length and checksum, in this order.
  init(_ bytes: UnsafeRawBufferPointer) throws(ValueIndexError) {
    guard bytes.count >= IndexHeader.size else { throw .notAnIndex }
    let header = bytes.loadUnaligned(as: IndexHeader.self)
    guard header.signature == IndexHeader.signature else { throw .notAnIndex }
    guard header.version == IndexHeader.currentVersion else {
      throw .version(found: header.version, expected: IndexHeader.currentVersion)
    }
    guard header.length == UInt64(bytes.count) else {
      throw .length(found: bytes.count, expected: Int(clamping: header.length))
    }
    let body = UnsafeRawBufferPointer(rebasing: bytes[IndexHeader.size...])
    guard header.sectionCount == UInt32(Section.allCases.count),
      body.count >= Section.allCases.count * 16,
      Hashing.checksum(body) == header.checksum
    else { throw .corrupted }
    self.bytes = bytes
  }

  /// A section as an array of numbers.
  func view<Element>(
    _ section: Section
  ) throws(ValueIndexError) -> UnsafeBufferPointer<Element> {
    let entry = IndexHeader.size + section.rawValue * 16
    let offset = Int(clamping: bytes.loadUnaligned(fromByteOffset: entry, as: UInt64.self))
    let count = Int(clamping: bytes.loadUnaligned(fromByteOffset: entry + 8, as: UInt64.self))
    guard offset % IndexHeader.alignment == 0, offset <= bytes.count,
      count <= bytes.count - offset, count % MemoryLayout<Element>.stride == 0
    else { throw .corrupted }
    let part = UnsafeRawBufferPointer(rebasing: bytes[offset..<(offset + count)])
    return part.bindMemory(to: Element.self)
  }

  /// Lays sections out in one block behind a header.
  ///
  /// - Parameter sections: one value per case of `Section`, in order.
  /// - Returns: a block that `init` accepts.
  static func assemble(_ sections: [SectionContent]) -> FlatBytes {
    precondition(sections.count == Section.allCases.count, "one content per section")
    var offsets: [Int] = []
    var end = IndexHeader.size + sections.count * 16
    for section in sections {
      end = (end + IndexHeader.alignment - 1) & ~(IndexHeader.alignment - 1)
      offsets.append(end)
      end += section.byteCount
    }
    return FlatBytes(count: end) { block in
      for (index, section) in sections.enumerated() {
        let entry = IndexHeader.size + index * 16
        block.storeBytes(of: UInt64(offsets[index]), toByteOffset: entry, as: UInt64.self)
        block.storeBytes(of: UInt64(section.byteCount), toByteOffset: entry + 8, as: UInt64.self)
        let part = block[offsets[index]..<(offsets[index] + section.byteCount)]
        section.copy(UnsafeMutableRawBufferPointer(rebasing: part))
      }
      let body = UnsafeRawBufferPointer(
        rebasing: UnsafeRawBufferPointer(block)[IndexHeader.size...]
      )
      var header = IndexHeader()
      header.length = UInt64(end)
      header.checksum = Hashing.checksum(body)
      block.storeBytes(of: header, as: IndexHeader.self)
    }
  }
}

/// The memory of an array, to be copied into a section.
struct SectionContent {
  /// Length in the file.
  let byteCount: Int
  /// Writes the section into exactly `byteCount` bytes.
  let copy: (UnsafeMutableRawBufferPointer) -> Void

  /// The memory of an array of plain numbers.
  init<Element: BitwiseCopyable>(_ array: [Element]) {
    byteCount = array.count * MemoryLayout<Element>.stride
    copy = { block in array.withUnsafeBytes { block.copyMemory(from: $0) } }
  }
}
