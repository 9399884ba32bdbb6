@preconcurrency import CReadline
import Glibc

extension ReadlineSource {
  /// Binds Ctrl-C and Ctrl-X Ctrl-E in both editing modes, after the user's own bindings are read.
  func installKeys() {
    // A name that can be bound in ~/.inputrc, too.
    rl_add_defun("edit-in-editor", { _, _ in ReadlineSource.editLine() }, -1)
    // Readline's own pager for completions cannot be left by Ctrl-C; ~/.inputrc may ask for it.
    rl_variable_bind("page-completions", "off")
    rl_initialize()
    // Ctrl-C is a key while a line is typed, not a signal: readline's reading function goes on after
    // signals and cannot be left from a handler. Signals from elsewhere stay readline's, which
    // restores the terminal before it passes them on.
    rl_prep_term_function = { isMeta in
      rl_prep_terminal(isMeta)
      ReadlineSource.disableInterruptKey()
    }
    for name in ["emacs", "vi-insert", "vi-command"] {
      let map = rl_get_keymap_by_name(name)
      rl_bind_key_in_map(3, { _, key in ReadlineSource.interrupt(key) }, map)
      rl_bind_keyseq_if_unbound_in_map(
        "\\C-x\\C-e",
        { _, _ in ReadlineSource.editLine() },
        map
      )
    }
  }

  /// Takes the key that sends SIGINT from the terminal; leaving the line restores it with all else.
  private static func disableInterruptKey() {
    let terminal = fileno(rl_instream)
    var settings = termios()
    guard tcgetattr(terminal, &settings) == 0 else { return }
    // Zero is _POSIX_VDISABLE on Linux.
    withUnsafeMutableBytes(of: &settings.c_cc) { $0[Int(VINTR)] = 0 }
    tcsetattr(terminal, TCSADRAIN, &settings)
  }

  /// Ctrl-C: shows itself behind the line and leaves it.
  private static func interrupt(_ key: Int32) -> Int32 {
    active?.isInterrupted = true
    rl_point = rl_end
    rl_insert_text("^C")
    rl_redisplay_function?()
    return rl_newline(1, key)
  }

  /// Ctrl-X Ctrl-E: replaces the line by what the editor saved; a failing editor leaves it.
  private static func editLine() -> Int32 {
    guard let active, let buffer = rl_line_buffer else { return 0 }
    let line = String(cString: buffer)
    rl_clear_visible_line()
    fflush(rl_outstream)
    // Without readline's handlers and settings, Ctrl-Z stops the editor and us together.
    rl_clear_signals()
    rl_deprep_term_function?()
    let edited = active.editor.edit(line)
    rl_prep_term_function?(1)
    rl_set_signals()
    if let edited, edited != line { replaceLine(with: edited) }
    rl_on_new_line()
    rl_forced_update_display()
    if edited == nil { rl_ding() }
    return 0
  }

  /// Changes the line in one step of undoing.
  private static func replaceLine(with text: String) {
    rl_begin_undo_group()
    rl_delete_text(0, rl_end)
    rl_point = 0
    rl_insert_text(text)
    rl_end_undo_group()
  }
}
