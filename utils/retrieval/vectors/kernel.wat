;; Scores of int8 rows against one int16 query, four rows at a time. `node scripts/build-kernel.ts` makes kernel-bytes.ts of it.
;;
;; Rows are widened while they are loaded, multiplied in pairs (pmaddwd) and added up in int32. Four rows share each load of
;; the query and lie interleaved, 16 bytes of each in turn, so that memory is read in one stream: four streams side by side
;; were 1.5 to 3 times slower where the rows don't fit in the cache.
(module
  (import "kernel" "memory" (memory 1))

  ;; out[i] = f32(query . row[i]) * scale[i], and -infinity where allowed[i] is 0. A group of four rows of which none is
  ;; allowed is not read at all. Addresses are bytes, multiples of 16; stride is bytes of a row, a multiple of 16.
  ;; |row| <= 127, |query| <= 2047, at most 8,192 dimensions: no sum leaves 32 bits.
  (func (export "score")
    (param $query i32) (param $rows i32) (param $scales i32) (param $allowed i32) (param $out i32)
    (param $groups i32) (param $stride i32)
    (local $end i32) (local $q i32)
    (local $a0 v128) (local $a1 v128) (local $a2 v128) (local $a3 v128) (local $low v128) (local $high v128)
    (local.set $end (i32.add (local.get $query) (i32.shl (local.get $stride) (i32.const 1))))
    (block $done
      (br_if $done (i32.eqz (local.get $groups)))
      (loop $group
        (if (i32.eqz (i32.load (local.get $allowed)))
          (then
            (local.set $rows (i32.add (local.get $rows) (i32.shl (local.get $stride) (i32.const 2))))
            (v128.store (local.get $out) (v128.const f32x4 -inf -inf -inf -inf)))
          (else
            (local.set $q (local.get $query))
            (local.set $a0 (v128.const i32x4 0 0 0 0))
            (local.set $a1 (v128.const i32x4 0 0 0 0))
            (local.set $a2 (v128.const i32x4 0 0 0 0))
            (local.set $a3 (v128.const i32x4 0 0 0 0))
            (loop $sixteen
              (local.set $low (v128.load (local.get $q)))
              (local.set $high (v128.load offset=16 (local.get $q)))
              (local.set $a0 (i32x4.add (local.get $a0) (i32x4.add
                (i32x4.dot_i16x8_s (local.get $low) (v128.load8x8_s (local.get $rows)))
                (i32x4.dot_i16x8_s (local.get $high) (v128.load8x8_s offset=8 (local.get $rows))))))
              (local.set $a1 (i32x4.add (local.get $a1) (i32x4.add
                (i32x4.dot_i16x8_s (local.get $low) (v128.load8x8_s offset=16 (local.get $rows)))
                (i32x4.dot_i16x8_s (local.get $high) (v128.load8x8_s offset=24 (local.get $rows))))))
              (local.set $a2 (i32x4.add (local.get $a2) (i32x4.add
                (i32x4.dot_i16x8_s (local.get $low) (v128.load8x8_s offset=32 (local.get $rows)))
                (i32x4.dot_i16x8_s (local.get $high) (v128.load8x8_s offset=40 (local.get $rows))))))
              (local.set $a3 (i32x4.add (local.get $a3) (i32x4.add
                (i32x4.dot_i16x8_s (local.get $low) (v128.load8x8_s offset=48 (local.get $rows)))
                (i32x4.dot_i16x8_s (local.get $high) (v128.load8x8_s offset=56 (local.get $rows))))))
              (local.set $rows (i32.add (local.get $rows) (i32.const 64)))
              (br_if $sixteen (i32.lt_u
                (local.tee $q (i32.add (local.get $q) (i32.const 32)))
                (local.get $end))))
            ;; Four lanes of each sum to one lane of one vector: the sums of rows 0, 1, 2, 3.
            (local.set $low (i32x4.add
              (i8x16.shuffle 0 1 2 3 16 17 18 19 4 5 6 7 20 21 22 23 (local.get $a0) (local.get $a1))
              (i8x16.shuffle 8 9 10 11 24 25 26 27 12 13 14 15 28 29 30 31 (local.get $a0) (local.get $a1))))
            (local.set $high (i32x4.add
              (i8x16.shuffle 0 1 2 3 16 17 18 19 4 5 6 7 20 21 22 23 (local.get $a2) (local.get $a3))
              (i8x16.shuffle 8 9 10 11 24 25 26 27 12 13 14 15 28 29 30 31 (local.get $a2) (local.get $a3))))
            (v128.store (local.get $out) (v128.bitselect
              (f32x4.mul
                (f32x4.convert_i32x4_s (i32x4.add
                  (i8x16.shuffle 0 1 2 3 4 5 6 7 16 17 18 19 20 21 22 23 (local.get $low) (local.get $high))
                  (i8x16.shuffle 8 9 10 11 12 13 14 15 24 25 26 27 28 29 30 31 (local.get $low) (local.get $high))))
                (v128.load (local.get $scales)))
              (v128.const f32x4 -inf -inf -inf -inf)
              (i32x4.ne
                (i32x4.extend_low_i16x8_u (i16x8.extend_low_i8x16_u (v128.load32_zero (local.get $allowed))))
                (v128.const i32x4 0 0 0 0))))))
        (local.set $scales (i32.add (local.get $scales) (i32.const 16)))
        (local.set $out (i32.add (local.get $out) (i32.const 16)))
        (local.set $allowed (i32.add (local.get $allowed) (i32.const 4)))
        (br_if $group (local.tee $groups (i32.sub (local.get $groups) (i32.const 1))))))))
