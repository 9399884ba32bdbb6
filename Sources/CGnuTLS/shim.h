#ifndef OPTIFLOW_CGNUTLS_SHIM_H
#define OPTIFLOW_CGNUTLS_SHIM_H

#include <gnutls/crypto.h>
#include <gnutls/gnutls.h>

#endif
