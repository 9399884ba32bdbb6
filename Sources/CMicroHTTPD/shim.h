#ifndef OPTIFLOW_CMICROHTTPD_SHIM_H
#define OPTIFLOW_CMICROHTTPD_SHIM_H

#include <malloc.h>
#include <microhttpd.h>
#include <sys/socket.h>

/// What MHD_start_daemon is told, as it is variadic; `key` and `certificate` are PEM texts, both or none.
struct optiflow_mhd_settings {
  int listening;
  unsigned int connections;
  size_t memory;
  unsigned int silence;
  const char *key;
  const char *certificate;
  void *owner;
  MHD_AccessHandlerCallback access;
  MHD_RequestCompletedCallback completed;
  MHD_NotifyConnectionCallback connection;
};

/// One thread that waits with epoll, on a socket that listens already; connections may be suspended.
static inline struct MHD_Daemon *optiflow_mhd_start(const struct optiflow_mhd_settings *settings) {
  unsigned int flags = MHD_USE_EPOLL_INTERNAL_THREAD | MHD_ALLOW_SUSPEND_RESUME;
  struct MHD_OptionItem none[] = {{MHD_OPTION_END, 0, 0}};
  struct MHD_OptionItem secure[] = {
      {MHD_OPTION_HTTPS_MEM_KEY, 0, (void *)settings->key},
      {MHD_OPTION_HTTPS_MEM_CERT, 0, (void *)settings->certificate},
      {MHD_OPTION_END, 0, 0}};
  struct MHD_OptionItem *items = none;
  if (settings->key) {
    flags |= MHD_USE_TLS;
    items = secure;
  }
  return MHD_start_daemon(
      flags, 0, 0, 0, settings->access, settings->owner,
      MHD_OPTION_ARRAY, items,
      MHD_OPTION_LISTEN_SOCKET, settings->listening,
      MHD_OPTION_CONNECTION_LIMIT, settings->connections,
      MHD_OPTION_CONNECTION_MEMORY_LIMIT, settings->memory,
      MHD_OPTION_CONNECTION_TIMEOUT, settings->silence,
      MHD_OPTION_NOTIFY_COMPLETED, settings->completed, settings->owner,
      MHD_OPTION_NOTIFY_CONNECTION, settings->connection, settings->owner,
      MHD_OPTION_END);
}

/// The socket of a connection.
static inline int optiflow_mhd_socket(struct MHD_Connection *connection) {
  const union MHD_ConnectionInfo *info = MHD_get_connection_info(connection, MHD_CONNECTION_INFO_CONNECTION_FD);
  return info ? info->connect_fd : -1;
}

/// Where a connection comes from; nil where the system does not say.
static inline const struct sockaddr *optiflow_mhd_peer(struct MHD_Connection *connection) {
  const union MHD_ConnectionInfo *info = MHD_get_connection_info(connection, MHD_CONNECTION_INFO_CLIENT_ADDRESS);
  return info ? info->client_addr : 0;
}

/// Gives free memory of all threads back to the system; <malloc.h> is not in Swift's Glibc.
static inline void optiflow_give_memory_back(void) { malloc_trim(0); }

/// The heap of each thread shrinks once so many bytes at its end are free. By itself it is let grow up to 64 MiB, which
/// malloc_trim gives back for the main thread alone. Setting this alone would make large blocks slow.
static inline void optiflow_keep_little_memory(int kept, int large) {
  mallopt(M_TRIM_THRESHOLD, kept);
  mallopt(M_MMAP_THRESHOLD, large);
}

/// The bytes of the head of a request.
static inline size_t optiflow_mhd_head_size(struct MHD_Connection *connection) {
  const union MHD_ConnectionInfo *info =
      MHD_get_connection_info(connection, MHD_CONNECTION_INFO_REQUEST_HEADER_SIZE);
  return info ? info->header_size : 0;
}

#endif
