#ifndef OPTIFLOW_CSQLITE_SHIM_H
#define OPTIFLOW_CSQLITE_SHIM_H

#include <sqlite3.h>

/// SQLITE_TRANSIENT is a macro cast of -1 to a function pointer, which Swift does not import.
static inline int optiflow_sqlite3_bind_text(sqlite3_stmt *statement, int index, const char *bytes, int count) {
  return sqlite3_bind_text(statement, index, bytes, count, SQLITE_TRANSIENT);
}

/// Same reason as above, for the result of an SQL function.
static inline void optiflow_sqlite3_result_text(sqlite3_context *context, const char *bytes, int count) {
  sqlite3_result_text(context, bytes, count, SQLITE_TRANSIENT);
}

/// sqlite3_db_config is variadic; this is its boolean form.
static inline int optiflow_sqlite3_db_config_flag(sqlite3 *database, int option, int value) {
  return sqlite3_db_config(database, option, value, (int *)0);
}

/// Reads bytes of the main database file through SQLite's own descriptor.
///
/// A descriptor of our own would not do: closing it drops every POSIX lock the process holds on that
/// file (https://www.sqlite.org/howtocorrupt.html#_posix_advisory_locks_canceled_by_a_separate_thread_doing_close_).
static inline int optiflow_sqlite3_read_file(sqlite3 *database, void *buffer, int count, sqlite3_int64 offset) {
  sqlite3_file *file = 0;
  int code = sqlite3_file_control(database, "main", SQLITE_FCNTL_FILE_POINTER, &file);
  if (code != SQLITE_OK) return code;
  if (!file || !file->pMethods) return SQLITE_CANTOPEN;
  return file->pMethods->xRead(file, buffer, count, offset);
}

#endif
