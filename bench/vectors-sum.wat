;; The plainest things that can be done with bytes in memory, 64 at a time. What a search is measured against.
(module
  (import "bench" "memory" (memory 1))

  ;; As 32-bit words, which may run over: one addition for 16 bytes, as fast as memory can be read.
  (func (export "sumWords") (param $at i32) (param $end i32) (result i32)
    (local $a v128) (local $b v128) (local $c v128) (local $d v128)
    (loop $more
      (local.set $a (i32x4.add (local.get $a) (v128.load (local.get $at))))
      (local.set $b (i32x4.add (local.get $b) (v128.load offset=16 (local.get $at))))
      (local.set $c (i32x4.add (local.get $c) (v128.load offset=32 (local.get $at))))
      (local.set $d (i32x4.add (local.get $d) (v128.load offset=48 (local.get $at))))
      (br_if $more (i32.lt_u (local.tee $at (i32.add (local.get $at) (i32.const 64))) (local.get $end))))
    (i32x4.extract_lane 0
      (i32x4.add (i32x4.add (local.get $a) (local.get $b)) (i32x4.add (local.get $c) (local.get $d)))))

  ;; As the signed numbers that they are: widened twice, then added.
  (func (export "sumBytes") (param $at i32) (param $end i32) (result i32)
    (local $a v128) (local $b v128) (local $c v128) (local $d v128)
    (loop $more
      (local.set $a (i32x4.add (local.get $a) (i32x4.extadd_pairwise_i16x8_s
        (i16x8.extadd_pairwise_i8x16_s (v128.load (local.get $at))))))
      (local.set $b (i32x4.add (local.get $b) (i32x4.extadd_pairwise_i16x8_s
        (i16x8.extadd_pairwise_i8x16_s (v128.load offset=16 (local.get $at))))))
      (local.set $c (i32x4.add (local.get $c) (i32x4.extadd_pairwise_i16x8_s
        (i16x8.extadd_pairwise_i8x16_s (v128.load offset=32 (local.get $at))))))
      (local.set $d (i32x4.add (local.get $d) (i32x4.extadd_pairwise_i16x8_s
        (i16x8.extadd_pairwise_i8x16_s (v128.load offset=48 (local.get $at))))))
      (br_if $more (i32.lt_u (local.tee $at (i32.add (local.get $at) (i32.const 64))) (local.get $end))))
    (i32x4.extract_lane 0
      (i32x4.add (i32x4.add (local.get $a) (local.get $b)) (i32x4.add (local.get $c) (local.get $d))))))
