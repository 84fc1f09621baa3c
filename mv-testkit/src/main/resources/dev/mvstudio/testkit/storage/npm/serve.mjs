// A Firestore for one test: prints where it is, and ends when its input ends.
import { ServerCredentials } from '@grpc/grpc-js'
import { FirestoreServer } from '@firestore-emulator/server'

const firestore = new FirestoreServer()
// Its own start() listens at all addresses.
firestore.server.bindAsync('127.0.0.1:0', ServerCredentials.createInsecure(), (error, port) => {
  if (error) {
    throw error
  }
  console.log(`listening at ${port}`)
})
process.stdin.resume().on('end', () => process.exit(0))
