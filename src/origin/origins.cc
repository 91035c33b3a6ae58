#include "origin/origins.h"
