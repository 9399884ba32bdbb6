#ifndef OPTIFLOW_CCURL_SHIM_H
#define OPTIFLOW_CCURL_SHIM_H

#include <curl/curl.h>

// curl_easy_setopt and curl_easy_getinfo are variadic, which Swift does not import.

static inline CURLcode optiflow_curl_set_long(CURL *handle, CURLoption option, long value) {
  return curl_easy_setopt(handle, option, value);
}

static inline CURLcode optiflow_curl_set_text(CURL *handle, CURLoption option, const char *value) {
  return curl_easy_setopt(handle, option, value);
}

static inline CURLcode optiflow_curl_set_list(CURL *handle, CURLoption option, struct curl_slist *value) {
  return curl_easy_setopt(handle, option, value);
}

/// A body of this many bytes, copied.
static inline CURLcode optiflow_curl_set_body(CURL *handle, const char *bytes, long count) {
  CURLcode code = curl_easy_setopt(handle, CURLOPT_POSTFIELDSIZE, count);
  return code ? code : curl_easy_setopt(handle, CURLOPT_COPYPOSTFIELDS, bytes);
}

typedef size_t (*optiflow_curl_writer)(char *bytes, size_t size, size_t count, void *owner);

/// Who is told of the body's bytes.
static inline CURLcode optiflow_curl_set_writer(CURL *handle, optiflow_curl_writer writer, void *owner) {
  CURLcode code = curl_easy_setopt(handle, CURLOPT_WRITEFUNCTION, writer);
  return code ? code : curl_easy_setopt(handle, CURLOPT_WRITEDATA, owner);
}

typedef int (*optiflow_curl_observer)(void *owner, curl_off_t a, curl_off_t b, curl_off_t c, curl_off_t d);

/// Who is asked again and again whether to go on.
static inline CURLcode optiflow_curl_set_observer(CURL *handle, optiflow_curl_observer observer, void *owner) {
  CURLcode code = curl_easy_setopt(handle, CURLOPT_XFERINFOFUNCTION, observer);
  if (!code) code = curl_easy_setopt(handle, CURLOPT_XFERINFODATA, owner);
  return code ? code : curl_easy_setopt(handle, CURLOPT_NOPROGRESS, 0L);
}

static inline long optiflow_curl_status(CURL *handle) {
  long status = 0;
  curl_easy_getinfo(handle, CURLINFO_RESPONSE_CODE, &status);
  return status;
}

/// Valid as long as the handle; null where the response names no type.
static inline const char *optiflow_curl_content_type(CURL *handle) {
  char *type = 0;
  curl_easy_getinfo(handle, CURLINFO_CONTENT_TYPE, &type);
  return type;
}

/// Seconds of Retry-After, 0 where there is none.
static inline long long optiflow_curl_retry_after(CURL *handle) {
  curl_off_t seconds = 0;
  curl_easy_getinfo(handle, CURLINFO_RETRY_AFTER, &seconds);
  return (long long)seconds;
}

#endif
