// Leaves a second at batch 256 with golang.org/x/mod/sumdb/tlog, everything in memory; prints the number.
package main

import (
	"crypto/rand"
	"fmt"
	"os"
	"time"

	"golang.org/x/mod/sumdb/tlog"
)

type memory []tlog.Hash

func (m *memory) ReadHashes(indexes []int64) ([]tlog.Hash, error) {
	hashes := make([]tlog.Hash, len(indexes))
	for i, index := range indexes {
		hashes[i] = (*m)[index]
	}
	return hashes, nil
}

func check(err error) {
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
}

func main() {
	const batches, width = 400, 256
	entries := make([][]byte, width)
	for i := range entries {
		entries[i] = make([]byte, 500)
		_, err := rand.Read(entries[i])
		check(err)
	}
	stored := &memory{}
	from := time.Now()
	for batch := 0; batch < batches; batch++ {
		for i, entry := range entries {
			hashes, err := tlog.StoredHashes(int64(batch*width+i), entry, stored)
			check(err)
			*stored = append(*stored, hashes...)
		}
		_, err := tlog.TreeHash(int64((batch+1)*width), stored)
		check(err)
	}
	fmt.Println(int(batches * width / time.Since(from).Seconds()))
}
