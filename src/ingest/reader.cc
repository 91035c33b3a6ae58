#include "ingest/reader.h"
