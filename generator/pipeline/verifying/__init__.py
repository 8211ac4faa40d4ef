"""已核实: a person's word on a finding, written into 核对记录, or kept until that can be."""
