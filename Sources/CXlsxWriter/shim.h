#ifndef OPTIFLOW_CXLSXWRITER_SHIM_H
#define OPTIFLOW_CXLSXWRITER_SHIM_H

#include <xlsxwriter.h>

#endif
