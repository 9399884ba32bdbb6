#ifndef OPTIFLOW_CYAML_SHIM_H
#define OPTIFLOW_CYAML_SHIM_H

#include <yaml.h>

#endif
